package dev.keywright.client;

/** What a {@link TokenKeeper} has to offer: an access token, the news that a person is needed, or why neither is known. */
public sealed interface AccessResult permits AccessToken, AuthorizationNeeded, Failure {}
