package dev.keywright.server.authorization;

/** Where an authorization is in its life. */
public sealed interface State permits Pending, Active, Ended {}
