package java.util;

public class FetchAll {}
