package dev.keywright.server.store;

/** What every adapter of the storage port must hold to. An adapter's test implements this and says how to open it. */
public interface StoreContract
        extends WorldContract,
                ConsentTransactionContract,
                PagesContract,
                SharedPagesContract,
                DirectoryContract,
                AuthorizationContract,
                ConsequenceContract,
                RaceContract,
                DisconnectContract,
                SweepContract,
                ConnectionsContract,
                ResourceServersContract,
                InstallationsContract,
                StaticTokenContract,
                SessionsContract,
                CountsContract,
                SignInFailuresContract,
                CredentialsContract,
                PeopleContract,
                WorkspaceChangesContract {}
