-- One open request per NIK and service; drafts may stand beside it, since a draft is nobody's business but its owner's.
CREATE UNIQUE INDEX IF NOT EXISTS ux_permohonan_nik_terbuka ON permohonan (nik, layanan)
    WHERE tahap NOT IN ('Draf', 'Selesai', 'Ditolak', 'Dibatalkan');

-- History and audit are written once. The trigger holds for the owner too; rights (90_hak.sql) hold for the portal's role.
CREATE OR REPLACE FUNCTION hanya_tambah() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'Tabel % hanya boleh ditambah.', TG_TABLE_NAME;
END $$;
CREATE OR REPLACE TRIGGER riwayat_hanya_tambah BEFORE UPDATE OR DELETE OR TRUNCATE ON riwayat FOR EACH STATEMENT EXECUTE FUNCTION hanya_tambah();
CREATE OR REPLACE TRIGGER audit_hanya_tambah BEFORE UPDATE OR DELETE OR TRUNCATE ON audit FOR EACH STATEMENT EXECUTE FUNCTION hanya_tambah();

-- The next number of a counter: the row stays locked until the transaction that takes it ends, so there is no gap and no double.
CREATE OR REPLACE FUNCTION nomor_berikut(p_jenis text, p_tahun int) RETURNS int LANGUAGE sql AS $$
    INSERT INTO penomoran (jenis, tahun, terakhir) VALUES (p_jenis, p_tahun, 1)
    ON CONFLICT (jenis, tahun) DO UPDATE SET terakhir = penomoran.terakhir + 1
    RETURNING terakhir
$$;
