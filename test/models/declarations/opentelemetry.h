//===- opentelemetry.h - NOT THE LIBRARY: declarations for checking names -------===//
//
// What checks/models/opentelemetry.yaml names and Debian's headers do not declare:
// OpenTelemetry, after its public documentation. Names and scopes
// are as documented; parameters and results are left out.
//
//===----------------------------------------------------------------------===//
#pragma once

namespace jaegertracing {
struct Config;
struct Span;
struct Tracer;
} // namespace jaegertracing
namespace opencensus {
namespace stats {
struct Measure;
} // namespace stats
namespace trace {
struct Span;
} // namespace trace
} // namespace opencensus
namespace opentelemetry {
namespace context::propagation {
struct GlobalTextMapPropagator;
} // namespace context::propagation
namespace exporter {
namespace jaeger {
struct JaegerExporterOptions {
  int endpoint;
};
} // namespace jaeger
namespace otlp {
struct OtlpGrpcClientOptions {
  int endpoint;
};
struct OtlpHttpExporterOptions {
  int url;
};
} // namespace otlp
} // namespace exporter
namespace logs {
struct Logger;
struct LoggerProvider;
} // namespace logs
namespace metrics {
struct Counter;
struct Histogram;
struct Meter;
struct MeterProvider;
struct ObservableInstrument;
struct UpDownCounter;
} // namespace metrics
namespace nostd {
struct shared_ptr;
} // namespace nostd
namespace sdk::trace {
struct SpanExporter;
struct SpanProcessor;
struct TracerProvider;
} // namespace sdk::trace
namespace trace {
struct Provider;
struct Scope;
struct Span;
struct Tracer;
struct TracerProvider;
} // namespace trace
} // namespace opentelemetry
namespace opentracing {
struct HTTPHeadersReader;
struct HTTPHeadersWriter;
struct Span;
struct SpanContext;
struct TextMapReader;
struct TextMapWriter;
struct Tracer;
} // namespace opentracing
