package acme.plain;

public final class Plain {}
