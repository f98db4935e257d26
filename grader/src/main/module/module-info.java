/**
 * All of {@code kata.jar}, the libraries in it too, as the one module that a worker is started with: {@code grader/pom.xml} adds this
 * to the jar, and nothing else compiles it. On a class path it says nothing.
 *
 * <p>Nothing is opened, so no reflection of a learner's reaches what is not public, and exported is only what a learner's code names.
 * What is woven into it needs more, and gets it from {@code HooksLoader} for itself alone.
 */
module twostoves.grader {
    // what the libraries need, and what a learner's class may name before the rules speak; not jdk.unsupported, which has a
    // constructor for any class and memory without bounds
    requires java.se;
    requires jdk.compiler;
    requires jdk.httpserver;
    requires jdk.management;

    exports twostoves.contract;
    exports twostoves.kit;

    // a module's services are those that it names; META-INF/services counts on a class path alone
    uses org.assertj.core.configuration.Configuration;
    uses org.assertj.core.presentation.Representation;
    uses org.junit.jupiter.api.extension.Extension;
    uses org.junit.platform.commons.support.scanning.ClasspathScanner;
    uses org.junit.platform.engine.TestEngine;
    uses org.junit.platform.engine.discovery.DiscoverySelectorIdentifierParser;
    uses org.junit.platform.launcher.LauncherDiscoveryListener;
    uses org.junit.platform.launcher.LauncherInterceptor;
    uses org.junit.platform.launcher.LauncherSessionListener;
    uses org.junit.platform.launcher.PostDiscoveryFilter;
    uses org.junit.platform.launcher.TestExecutionListener;
    uses org.slf4j.spi.SLF4JServiceProvider;
    uses tools.jackson.databind.JacksonModule;

    provides org.junit.platform.engine.TestEngine with
            org.junit.jupiter.engine.JupiterTestEngine;
    provides org.slf4j.spi.SLF4JServiceProvider with
            org.slf4j.nop.NOPServiceProvider;
}
