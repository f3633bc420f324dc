-- Candles are read together with the minutes of which something was set aside: those are looked up by minute.
CREATE INDEX "quarantine_market_id_source_minute_idx" ON "quarantine"("market_id", "source", "minute");
