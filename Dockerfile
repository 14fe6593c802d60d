# The app for compose.yaml and for servers: packages and pages are built into the image, so that a start is quick.
FROM node:20-bookworm-slim
WORKDIR /app
COPY . .
RUN node bin/build.mjs
ENV HOST=0.0.0.0 PORT=3000 PREAVVISO_DATA_DIR=/data
VOLUME /data
EXPOSE 3000
CMD ["node", "bin/start.mjs"]
