-- The board's doorbell: every history row rings it, delivered at commit. No act can forget to ring.
CREATE OR REPLACE FUNCTION bunyikan_papan() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('papan', NEW.permohonan_id::text);
    RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER riwayat_bunyikan_papan AFTER INSERT ON riwayat FOR EACH ROW EXECUTE FUNCTION bunyikan_papan();
