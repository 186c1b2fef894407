-- Doorbell of the outbox: the mail sender wakes at the commit that queues a mail or puts a dead letter back.
CREATE OR REPLACE FUNCTION kabarkan_surel() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('surel', '');
  RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER surel_keluar_baru AFTER INSERT ON surel_keluar
  FOR EACH STATEMENT EXECUTE FUNCTION kabarkan_surel();

CREATE OR REPLACE TRIGGER surel_keluar_ulang AFTER UPDATE OF mati_pada ON surel_keluar
  FOR EACH ROW WHEN (OLD.mati_pada IS NOT NULL AND NEW.mati_pada IS NULL AND NEW.terkirim_pada IS NULL)
  EXECUTE FUNCTION kabarkan_surel();
