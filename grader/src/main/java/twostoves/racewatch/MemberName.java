package twostoves.racewatch;

import java.lang.constant.ClassDesc;

/** How learners are told of a class or a member of it: without the package, and without the classes that it is nested in. */
public final class MemberName {

    private MemberName() {}

    /**
     * Names a member.
     *
     * @param type the class that declares it
     * @param member the name of a field or method
     * @return such as {@code Count.served}
     */
    public static String of(ClassDesc type, String member) {
        return simple(type) + "." + member;
    }

    static String simple(ClassDesc type) {
        String name = type.displayName();
        return name.substring(name.lastIndexOf('$') + 1);
    }
}
