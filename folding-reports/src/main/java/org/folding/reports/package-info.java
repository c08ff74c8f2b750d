/**
 * Reports: one HTML file that shows the results of a run or a study, with charts, made of the JSON
 * files in the results folder and of nothing else.
 */
package org.folding.reports;
