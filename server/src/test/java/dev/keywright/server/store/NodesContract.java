package dev.keywright.server.store;

/** What holds for several nodes on one database too: all but when things were last used, which each node notes for itself. */
public interface NodesContract
        extends ConsentTransactionContract,
                PagesContract,
                SharedPagesContract,
                DirectoryContract,
                AuthorizationContract,
                ConsequenceContract,
                RaceContract,
                DisconnectContract,
                SweepContract,
                ConnectionsContract,
                StaticTokenContract,
                CountsContract,
                SignInFailuresContract,
                SessionsContract,
                CredentialsContract,
                PeopleContract,
                WorkspaceChangesContract {}
