package dev.keywright.server.store.sql;

import dev.keywright.protocol.ClientId;
import dev.keywright.protocol.PageId;
import dev.keywright.protocol.PersonId;
import dev.keywright.protocol.WorkspaceId;
import dev.keywright.server.authorization.Authorization;
import dev.keywright.server.authorization.AuthorizationId;
import dev.keywright.server.authorization.EndReason;
import dev.keywright.server.store.WorkspaceChanges;
import dev.keywright.server.workspace.FoldedTitle;
import dev.keywright.server.workspace.Page;
import dev.keywright.server.workspace.Workspace;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Workspaces in tables, changed one at a time. */
final class SqlWorkspaceChanges implements WorkspaceChanges {
    private static final String EXISTS = "SELECT id FROM workspace WHERE id = ?";
    private static final String PERSON_EXISTS = "SELECT id FROM person WHERE id = ?";
    private static final String PAGE_IN = "SELECT id FROM page WHERE id = ? AND workspace_id = ?";
    private static final String RENAME = "UPDATE workspace SET name = ? WHERE id = ?";
    private static final String RENAME_PAGE = """
            UPDATE page SET title = ?1, folded_title = ?2, edited_at = ?3,
              revision = (SELECT max(last.revision) + 1 FROM page last WHERE last.workspace_id = ?5)
            WHERE id = ?4 AND workspace_id = ?5
            """;
    private static final String MEMBERS = "SELECT person_id FROM workspace_member WHERE workspace_id = ?";
    private static final String REMOVE_MEMBER = "DELETE FROM workspace_member WHERE workspace_id = ? AND person_id = ?";

    private static final String INTERNAL = """
            SELECT client_id FROM connection_workspace JOIN connection USING (client_id)
            WHERE workspace_id = ? AND internal = 1
            """;

    /** Children before parents, so that references hold at every step. A code whose template is gone copies none. */
    private static final List<String> DELETE = List.of(
            "DELETE FROM page_viewer WHERE page_id IN (SELECT id FROM page WHERE workspace_id = ?)",
            "UPDATE connection SET template_page_id = NULL"
                    + " WHERE template_page_id IN (SELECT id FROM page WHERE workspace_id = ?)",
            "UPDATE code SET template_page_id = NULL"
                    + " WHERE template_page_id IN (SELECT id FROM page WHERE workspace_id = ?)",
            "DELETE FROM page WHERE workspace_id = ?",
            "DELETE FROM connection_workspace WHERE workspace_id = ?",
            "DELETE FROM workspace_member WHERE workspace_id = ?",
            "DELETE FROM workspace WHERE id = ?");

    private final Transactions transactions;

    SqlWorkspaceChanges(Transactions transactions) {
        this.transactions = transactions;
    }

    private <R> R change(WorkspaceId workspace, Transactions.Writing<R> operation) {
        return transactions.write(transaction -> {
            transaction.changedName(workspace);
            return operation.run(transaction);
        });
    }

    @Override
    public void add(Workspace workspace) {
        change(workspace.id(), transaction -> {
            WorkspaceRows.insert(transaction.statements(), workspace);
            return true;
        });
    }

    @Override
    public void rename(WorkspaceId workspace, String name) {
        change(workspace, transaction -> transaction.statements().update(RENAME, name, workspace.value()));
    }

    @Override
    public void addMember(WorkspaceId workspace, PersonId person) {
        change(workspace, transaction -> {
            if (isThere(transaction, EXISTS, workspace.value())
                    && isThere(transaction, PERSON_EXISTS, person.value())) {
                WorkspaceRows.addMember(transaction.statements(), workspace, person);
            }
            return true;
        });
    }

    @Override
    public List<Authorization> removeMember(WorkspaceId workspace, PersonId person, Instant now) {
        return change(workspace, transaction -> {
            transaction.statements().update(REMOVE_MEMBER, workspace.value(), person.value());
            return transaction.end(
                    AuthorizationRows.notEnded(transaction.statements(), person, workspace),
                    EndReason.LEFT_WORKSPACE,
                    now);
        });
    }

    @Override
    public List<Authorization> delete(WorkspaceId workspace, Instant now) {
        return change(workspace, transaction -> {
            List<AuthorizationId> notEnded = new ArrayList<>();
            // What a former member had installed ended when the person left.
            for (UUID member : WorldRows.ids(transaction.statements(), MEMBERS, workspace.value())) {
                notEnded.addAll(AuthorizationRows.notEnded(transaction.statements(), new PersonId(member), workspace));
            }
            List<Authorization> ended = transaction.end(notEnded, EndReason.WORKSPACE_DELETED, now);
            UUID id = workspace.value();
            // An internal connection is nothing without its workspace.
            for (UUID client : WorldRows.ids(transaction.statements(), INTERNAL, id)) {
                ConnectionChanges.delete(transaction.statements(), new ClientId(client), now);
            }
            // Pages, and connections whose template was one: too many to be named one by one.
            transaction.changedEverything();
            for (String sql : DELETE) {
                transaction.statements().update(sql, workspace.value());
            }
            return ended;
        });
    }

    @Override
    public void addPage(Page page) {
        change(page.workspace(), transaction -> {
            UUID workspace = page.workspace().value();
            boolean fits = page.parent().isPresent()
                    ? isThere(transaction, PAGE_IN, page.parent().get().value(), workspace)
                    : isThere(transaction, EXISTS, workspace);
            if (fits) {
                PageRows.insertBelow(transaction.statements(), page);
            }
            return fits;
        });
    }

    @Override
    public void renamePage(WorkspaceId workspace, PageId page, String title, Instant now) {
        transactions.write(transaction -> {
            transaction.changedName(page);
            String folded = FoldedTitle.of(title).text();
            return transaction.statements().update(RENAME_PAGE, title, folded, now, page.value(), workspace.value());
        });
    }

    private static boolean isThere(Transaction transaction, String sql, Object... parameters) throws SQLException {
        return !WorldRows.ids(transaction.statements(), sql, parameters).isEmpty();
    }
}
