package org.folding.apiary;

public final class Bee {}
