/** A plugin with the path generator {@code nearest}. */
package com.example.nearest;
