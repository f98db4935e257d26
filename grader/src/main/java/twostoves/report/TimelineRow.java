package twostoves.report;

import java.util.List;

/**
 * One line of a drawing.
 *
 * @param label what the line is about
 * @param spans what happened in it, in order, without overlap
 */
record TimelineRow(String label, List<ReportedSpan> spans) {}
