# Builds the same image as `./dossier image`, with a container engine: docs/how-to/deploying.md
#
#   docker build --tag dossier .

# Any image with glibc, a JDK 25 and Maven.
ARG BUILDER=maven:3-eclipse-temurin-25
FROM ${BUILDER} AS build
WORKDIR /build
COPY . .
RUN ./dossier image --root /image

FROM scratch
COPY --from=build /image /
LABEL org.opencontainers.image.title="Dossier" \
      org.opencontainers.image.description="Answers questions from an archive of articles, with verified citations." \
      org.opencontainers.image.licenses="Apache-2.0"
ENV HOME=/tmp \
    LANG=C.UTF-8 \
    DOSSIER_DATA=/data \
    QUARKUS_HTTP_HOST=0.0.0.0
USER 65532:65532
WORKDIR /tmp
EXPOSE 8080
VOLUME /data
ENTRYPOINT ["/opt/dossier/jre/bin/java", "@/opt/dossier/java.options"]
CMD ["serve"]
