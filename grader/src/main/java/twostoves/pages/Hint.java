package twostoves.pages;

/**
 * One hint of an exercise.
 *
 * @param number its place among the hints of the exercise, from 1
 * @param title what it is about
 * @param text the hint itself, in Markdown
 */
public record Hint(int number, String title, String text) {}
