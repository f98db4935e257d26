package twostoves.weaving;

import java.lang.module.Configuration;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import twostoves.simulation.Simulation;

/**
 * Where the grader is a named module, the classes of a {@link HooksLoader} are one, too: woven code calls what is public there, and
 * through reflection nobody finds the simulation behind it. To them alone the grader shows what they need of it.
 */
final class HooksModule {

    private static final String NAME = "twostoves.hooks";

    /** Resolved once, and a layer made of it for each loader. */
    private static final class Resolved {
        private static final Configuration CONFIGURATION =
                grader().getLayer().configuration().resolve(new OnlyHooks(), ModuleFinder.of(), Set.of(NAME));
    }

    private HooksModule() {}

    private static Module grader() {
        return HooksModule.class.getModule();
    }

    /** Makes a module of what a loader will load. Only where the grader is one. */
    static void define(HooksLoader loader) {
        Module hooks = ModuleLayer.defineModules(Resolved.CONFIGURATION, List.of(grader().getLayer()), name -> loader)
                .layer()
                .findModule(NAME)
                .orElseThrow();
        grader().addExports(HooksModule.class.getPackageName(), hooks);
        grader().addExports(Simulation.class.getPackageName(), hooks);
    }

    /** Finds the one module, which has no content but what the loader copies. */
    private static final class OnlyHooks implements ModuleFinder {

        private final ModuleReference hooks =
                new ModuleReference(
                        ModuleDescriptor.newModule(NAME)
                                .requires(grader().getName())
                                .exports(HooksModule.class.getPackageName())
                                .build(),
                        null) {
                    @Override
                    public ModuleReader open() {
                        throw new UnsupportedOperationException("nothing is read from " + NAME);
                    }
                };

        @Override
        public Optional<ModuleReference> find(String name) {
            return Optional.of(hooks).filter(it -> name.equals(NAME));
        }

        @Override
        public Set<ModuleReference> findAll() {
            return Set.of(hooks);
        }
    }
}
