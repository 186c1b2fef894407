-- The portal's own role. Its password, if it needs one, is set by whoever runs the cluster.
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'klatense_portal') THEN
        CREATE ROLE klatense_portal LOGIN;
    END IF;
END $$;
GRANT USAGE ON SCHEMA public TO klatense_portal;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO klatense_portal;
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO klatense_portal;
REVOKE UPDATE, DELETE, TRUNCATE ON riwayat, audit FROM klatense_portal;
REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON __ef_migrations_history FROM klatense_portal;
-- Tables that came with later migrations: this file runs before them too.
DO $$
BEGIN
    IF to_regclass('jawaban_bsre') IS NOT NULL THEN
        REVOKE UPDATE, TRUNCATE ON jawaban_bsre FROM klatense_portal;
    END IF;
END $$;
