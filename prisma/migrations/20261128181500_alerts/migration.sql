-- Alerts (docs/alerts.md): each as it stands, every change of its state, and what was sent of these to whom.
CREATE TABLE "alert" (
    "id" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "rule_text" TEXT NOT NULL,
    "asset" TEXT NOT NULL,
    "venue" TEXT NOT NULL,
    "side" TEXT NOT NULL,
    "state" TEXT NOT NULL CHECK ("state" IN ('pending', 'confirmed', 'withdrawn')),
    "start_minute" INTEGER NOT NULL,
    "end_minute" INTEGER NOT NULL,
    "from_minute" INTEGER NOT NULL,
    "to_minute" INTEGER NOT NULL,
    "versions" BIGINT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "alert_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "alert_asset_end_minute_idx" ON "alert"("asset", "end_minute");
CREATE INDEX "alert_changed_at_idx" ON "alert"("changed_at");
CREATE INDEX "alert_start_minute_idx" ON "alert"("start_minute");

CREATE TABLE "alert_change" (
    "alert_id" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "reason" TEXT,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "to_minute" INTEGER NOT NULL,
    "address" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "figures" TEXT,

    CONSTRAINT "alert_change_pkey" PRIMARY KEY ("alert_id", "sequence"),
    CONSTRAINT "alert_change_reason" CHECK (("state" = 'withdrawn') = ("reason" IS NOT NULL))
);

CREATE TABLE "alert_delivery" (
    "alert_id" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "receiver" TEXT NOT NULL,
    "state" TEXT NOT NULL CHECK ("state" IN ('due', 'sent', 'given-up')),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "outcome" TEXT,

    CONSTRAINT "alert_delivery_pkey" PRIMARY KEY ("alert_id", "sequence", "receiver")
);
CREATE INDEX "alert_delivery_state_due_at_idx" ON "alert_delivery"("state", "due_at");
