package org.folding.engine.kernel;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method that starts an object anew, as for the next line or stage. The object is made once
 * and used many times, so its constructor leaves the fields unset that this method sets. A caller
 * calls this method before it calls others. The check for nulls in the build counts on that.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Initializer {}
