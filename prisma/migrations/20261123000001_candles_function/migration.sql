-- For psql, Grafana, Metabase: the candles as rows. The application decodes the columns itself (lib/store/codec), whose
-- format this function reads; a test compares the two on random columns.

-- One encoded column of market_day as 1,440 doubles, NULL where a slot is a hole.
CREATE FUNCTION candle_column(encoded BYTEA) RETURNS DOUBLE PRECISION[] LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
    -- Appending nothing makes an unpacked copy: a packed value would be unpacked again for each byte read.
    bytes    BYTEA := encoded || ''::BYTEA;
    tag      INTEGER := get_byte(bytes, 0);
    power    DOUBLE PRECISION;
    at       INTEGER := 1;
    bitmap   INTEGER;
    present  BOOLEAN;
    bits     BIGINT;
    exponent INTEGER;
    shift    INTEGER;
    byte     INTEGER;
    whole    BIGINT := 0;
    number   DOUBLE PRECISION;
    result   DOUBLE PRECISION[] := array_fill(NULL::DOUBLE PRECISION, ARRAY[1440]);
BEGIN
    IF tag NOT IN (1, 2, 3) THEN
        RAISE EXCEPTION 'a stored column cannot be read (tag %): this version does not know it', tag;
    END IF;
    IF tag <> 1 THEN
        power := ('1e' || get_byte(bytes, 1))::DOUBLE PRECISION;
        at := 2;
    END IF;
    IF get_byte(bytes, at) = 1 THEN
        bitmap := at + 1;
        at := at + 181;
    ELSE
        at := at + 1;
    END IF;
    FOR slot IN 0..1439 LOOP
        IF bitmap IS NOT NULL THEN
            present := (get_byte(bytes, bitmap + slot / 8) >> (slot % 8)) & 1 = 1;
            CONTINUE WHEN NOT present;
        END IF;
        IF tag = 1 THEN
            bits := ('x' || encode(substring(bytes FROM at + 1 FOR 8), 'hex'))::BIT(64)::BIGINT;
            at := at + 8;
            exponent := (bits >> 52) & 2047;
            whole := bits & 4503599627370495;
            IF exponent = 2047 THEN
                number := 'Infinity';
            ELSIF exponent = 0 THEN
                number := whole::DOUBLE PRECISION * '5e-324'::DOUBLE PRECISION;
            ELSE
                number := (whole | 4503599627370496)::DOUBLE PRECISION * power(2::DOUBLE PRECISION, exponent - 1075);
            END IF;
            result[slot + 1] := CASE WHEN bits < 0 THEN -number ELSE number END;
        ELSE
            byte := get_byte(bytes, at);
            at := at + 1;
            bits := byte & 127;
            shift := 7;
            WHILE byte >= 128 LOOP
                byte := get_byte(bytes, at);
                at := at + 1;
                bits := bits | ((byte & 127)::BIGINT << shift);
                shift := shift + 7;
            END LOOP;
            bits := (bits >> 1) # -(bits & 1);
            whole := CASE WHEN tag = 3 THEN whole + bits ELSE bits END;
            result[slot + 1] := whole::DOUBLE PRECISION / power;
        END IF;
    END LOOP;
    IF at <> length(bytes) THEN
        RAISE EXCEPTION 'a stored column cannot be read (tag %): % bytes follow the last value', tag, length(bytes) - at;
    END IF;
    RETURN result;
END
$$;

-- The newest candles of a venue's market (`SELECT * FROM candles('binance', 'ATOM/USDT', '2025-10-10', '2025-10-11')`), from
-- each source that has any, over a half-open range. NULL for the venue, the market or an end of the range means every one.
-- A minute without a row is a hole: no trade, or never asked (see the table coverage). A NULL volume or trade count means
-- that the source does not say.
CREATE FUNCTION candles(wanted_venue TEXT, wanted_market TEXT, from_time TIMESTAMPTZ, to_time TIMESTAMPTZ)
RETURNS TABLE (
    venue TEXT, market TEXT, kind TEXT, source TEXT, minute TIMESTAMPTZ,
    open DOUBLE PRECISION, high DOUBLE PRECISION, low DOUBLE PRECISION, close DOUBLE PRECISION,
    base_volume DOUBLE PRECISION, quote_volume DOUBLE PRECISION, trades DOUBLE PRECISION
) LANGUAGE sql STABLE PARALLEL SAFE AS $$
    WITH span AS (
        SELECT ceil(greatest(least(coalesce(extract(epoch FROM from_time), 0), 1e11), 0) / 60)::BIGINT AS first_minute,
               ceil(greatest(least(coalesce(extract(epoch FROM to_time), 1e11), 1e11), 0) / 60)::BIGINT AS end_minute
    )
    SELECT m.venue, m.base || '/' || m.quote, m.kind, d.source,
           to_timestamp((d.day * 1440::BIGINT + c.slot - 1) * 60),
           c.open, c.high, c.low, c.close, c.base_volume, c.quote_volume, c.trades
    FROM span
    JOIN market_day d ON d.day >= span.first_minute / 1440 AND d.day * 1440::BIGINT < span.end_minute
    JOIN market m ON m.id = d.market_id
    CROSS JOIN LATERAL unnest(
        candle_column(d.open), candle_column(d.high), candle_column(d.low), candle_column(d.close),
        candle_column(d.base_volume), candle_column(d.quote_volume), candle_column(d.trades)
    ) WITH ORDINALITY AS c (open, high, low, close, base_volume, quote_volume, trades, slot)
    WHERE (wanted_venue IS NULL OR m.venue = wanted_venue)
      AND (wanted_market IS NULL OR m.base || '/' || m.quote = wanted_market)
      AND c.open IS NOT NULL
      AND d.day * 1440::BIGINT + c.slot - 1 >= span.first_minute
      AND d.day * 1440::BIGINT + c.slot - 1 < span.end_minute
    ORDER BY m.venue, m.base, m.quote, m.kind, d.source, d.day, c.slot
$$;
