package dev.keywright.bench.peer.spring;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.security.oauth2.server.authorization.JdbcOAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;

/** The store in PostgreSQL, whose commits are synced to disk. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("database")
class Synced {
    @Bean
    HikariDataSource database(@Value("${database}") String url, @Value("${pool:16}") int connections) {
        HikariDataSource database = new HikariDataSource();
        database.setJdbcUrl(url);
        database.setMaximumPoolSize(connections);
        return database;
    }

    /** Makes the table when there will be something to put into it. */
    @Bean
    OAuth2AuthorizationService authorizations(
            DataSource database, RegisteredClientRepository clients, @Value("${tokens:}") String tokens) {
        if (!tokens.isEmpty()) {
            new ResourceDatabasePopulator(new ClassPathResource("postgresql.sql")).execute(database);
        }
        return new JdbcOAuth2AuthorizationService(new JdbcTemplate(database), clients);
    }
}
