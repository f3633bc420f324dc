-- Spreads the tables of Plumbline that grow over the nodes of a Citus cluster, by market.
-- Needs Citus 13 or newer, CREATE EXTENSION citus in this database, and SELECT citus_add_node('HOST', 5432) for each other node.
-- Run any plumbline command first (it makes the tables), then stop all of them, then run this on the node of DATABASE_URL.
BEGIN;
SET LOCAL citus.shard_count = 4;
SELECT create_distributed_table('market_day', 'market_id');
SELECT create_distributed_table('revision', 'market_id', colocate_with => 'market_day');
SELECT create_distributed_table('quarantine', 'market_id', colocate_with => 'market_day');
SELECT create_distributed_table('reply', 'market_id', colocate_with => 'market_day');
SELECT create_distributed_table('longer_candle', 'market_id', colocate_with => 'market_day');
COMMIT;
