/** A plugin that brings the metric {@code turnback}. */
package com.example.turnback;
