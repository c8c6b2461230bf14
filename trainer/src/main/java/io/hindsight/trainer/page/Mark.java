package io.hindsight.trainer.page;

/** The look of one kind of point: a class that the style knows, and a shape for those without. */
public interface Mark {
    /** The class that the style knows. */
    String style();

    /** The outline, as a path. */
    String shape(double x, double y, double r);
}
