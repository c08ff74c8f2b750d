/**
 * Pictures for papers: {@link org.folding.pictures.PlanePicture} draws the regions of a network on
 * a plane, {@link org.folding.pictures.PictureFormat} writes drawings as SVG, PDF or PNG.
 */
package org.folding.pictures;
