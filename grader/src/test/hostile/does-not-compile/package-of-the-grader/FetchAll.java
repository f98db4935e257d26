package twostoves.checks;

public class FetchAll {}
