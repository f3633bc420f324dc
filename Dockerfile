# The app, the worker that follows venues, and every command; as a user without rights, on a file system it need not write to.
# docs/operations.md says how to run it.
FROM node:20.20.2-bookworm-slim AS plumbline

WORKDIR /app
ENV NEXT_TELEMETRY_DISABLED=1 CI=1

# Packages first: they change less often than the code. Their install scripts stay off (docs/adr/0003).
COPY package.json package-lock.json ./
RUN npm install --no-save --ignore-scripts --omit=dev --no-audit --no-fund && npm cache clean --force

COPY tsconfig.json next.config.ts postcss.config.mjs proxy.ts instrumentation.ts prisma.config.ts .nvmrc ./
COPY prisma ./prisma
COPY public ./public
COPY app ./app
COPY components ./components
COPY lib ./lib

# Commands are translated once, and again where a file has another time: layers keep whole seconds alone.
RUN find app components lib prisma public *.json *.ts *.mjs -exec touch -d '2026-01-01T00:00:00Z' {} + \
  && node lib/launch/plumbline.mjs --help > /dev/null \
  && node lib/launch/buildApp.mjs \
  && mkdir -p /var/lib/plumbline && chown node:node /var/lib/plumbline && chmod 700 /var/lib/plumbline

ENV NODE_ENV=production PLUMBLINE_HOME=/var/lib/plumbline PLUMBLINE_HOST=0.0.0.0 PORT=3000
VOLUME /var/lib/plumbline
EXPOSE 3000
USER node

HEALTHCHECK --interval=30s --timeout=5s --start-period=120s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/healthz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]

ENTRYPOINT ["node", "--max-semi-space-size=8", "lib/launch/plumbline.mjs"]
CMD ["serve"]
