# Builds and runs Quoth:  docker build -t quoth .
#   docker run --rm quoth ask "How many people died in Almaty?"
#   docker run -d --init --env-file .env -v "$PWD/corpus:/corpus" -v quoth-data:/data quoth

FROM python:3.13-slim AS build
WORKDIR /src
RUN python -m venv /opt/quoth
ENV PATH=/opt/quoth/bin:$PATH

# The pinned dependencies change rarely, so they are a layer of their own, made before the code is copied.
COPY pyproject.toml constraints.txt ./
RUN python -c "import tomllib; p = tomllib.load(open('pyproject.toml', 'rb'))['project']; \
      print(*p['dependencies'], *p['optional-dependencies']['meaning'], sep='\n')" \
      > requirements.txt \
 && pip install --no-cache-dir --requirement requirements.txt --constraint constraints.txt

COPY README.md LICENSE ./
COPY bot bot
COPY corpus corpus
RUN pip install --no-cache-dir --no-deps .

FROM python:3.13-slim
RUN useradd --system --uid 10001 --user-group --no-create-home --home-dir /nonexistent quoth \
 && install --directory --owner quoth --group quoth /corpus /data
COPY --from=build /opt/quoth /opt/quoth
COPY --chown=quoth:quoth corpus /corpus

# The token comes at run time (BOT_TOKEN or BOT_TOKEN_FILE); it must never be in a layer.
ENV PATH=/opt/quoth/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    BOT_CORPUS=/corpus \
    BOT_DATA=/data \
    BOT_HEALTH_LISTEN=127.0.0.1:8081 \
    BOT_WEBHOOK_LISTEN=0.0.0.0:8080
WORKDIR /data
USER quoth
VOLUME ["/corpus", "/data"]
EXPOSE 8080

# http.client, since it ignores HTTP_PROXY: the probe must reach this container and nothing else.
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
  CMD ["python", "-c", "import http.client, os, sys; c = http.client.HTTPConnection(os.environ['BOT_HEALTH_LISTEN'], timeout=4); c.request('GET', '/health'); sys.exit(c.getresponse().status != 200)"]

ENTRYPOINT ["quoth"]
CMD ["serve"]
