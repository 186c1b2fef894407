-- The board's cost follows what is open, never history: both of its reads find their rows by a partial index.
CREATE INDEX IF NOT EXISTS ix_permohonan_terbuka ON permohonan (id) WHERE tahap NOT IN ('Draf', 'Selesai', 'Ditolak', 'Dibatalkan');
CREATE INDEX IF NOT EXISTS ix_permohonan_selesai_pada ON permohonan (selesai_pada) WHERE tahap = 'Selesai';
