# Builds and runs Quoth:  docker build -t quoth .          (or compose.yaml)
#   docker run --rm quoth ask "How many people died in Almaty?"
#   docker run -d --init --env-file .env -v quoth-corpus:/corpus -v quoth-data:/data quoth
# podman needs --format docker, as its own format has no health check: podman build --format docker -t quoth .

# Not pinned by digest, so that each build has the newest mends of Debian and Python; whoever wants the same bytes
# again names them: docker build --build-arg BASE=python@sha256:...
ARG BASE=python:3.13-slim
FROM ${BASE} AS build
WORKDIR /src
RUN python -m venv /opt/quoth
ENV PATH=/opt/quoth/bin:$PATH

# The pinned dependencies change rarely, so they are a layer of their own, made before the code is copied.
COPY pyproject.toml constraints.txt ./
# EXTRAS names those of pyproject.toml that are wanted: without meaning, whose encoder alone takes 100 MB, and without
# the servers' and assistants' the image is smaller by a third:  --build-arg EXTRAS="charts feeds pdf web word words"
ARG EXTRAS="charts feeds git markup mcp meaning opensearch pdf sevenzip web wiki word words"
RUN python -c "import os, tomllib; p = tomllib.load(open('pyproject.toml', 'rb'))['project']; \
      extras = [r for name in os.environ['EXTRAS'].split() for r in p['optional-dependencies'][name]]; \
      print(*p['dependencies'], *(r for r in extras if not r.startswith('quoth')), sep='\n')" \
      > requirements.txt \
 && pip install --no-cache-dir --requirement requirements.txt --constraint constraints.txt

# Of wordllama only its vectors are read, so what its code needs goes; so do the tests that libraries carry.
RUN pip uninstall --quiet --yes filelock fsspec hf-xet huggingface-hub safetensors tokenizers toml tqdm \
 && find /opt/quoth/lib -type d -name tests -prune -exec rm -r {} +

COPY README.md LICENSE ./
COPY bot bot
COPY corpus corpus
RUN pip install --no-cache-dir --no-deps . && pip uninstall --quiet --yes setuptools pip # nothing is installed later

FROM ${BASE}
LABEL org.opencontainers.image.title="Quoth" \
      org.opencontainers.image.description="Answers from a folder of articles, only in the articles' own words" \
      org.opencontainers.image.licenses="MIT" \
      org.opencontainers.image.version="0.2.0"
RUN groupadd --system --gid 10001 quoth \
 && useradd --system --uid 10001 --gid 10001 --no-create-home --home-dir /nonexistent quoth \
 && install --directory --owner quoth --group quoth /corpus /data
COPY --from=build /opt/quoth /opt/quoth
COPY --chown=quoth:quoth corpus /corpus

# The token comes at run time (BOT_TOKEN or BOT_TOKEN_FILE); it must never be in a layer.
ENV PATH=/opt/quoth/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    BOT_CORPUS=/corpus \
    BOT_DATA=/data \
    XDG_CACHE_HOME=/data/cache \
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
