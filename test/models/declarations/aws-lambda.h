//===- aws-lambda.h - NOT THE LIBRARY: declarations for checking names -------===//
//
// What checks/models/aws-lambda.yaml names and Debian's headers do not declare:
// AWS Lambda runtime, after its public documentation. Names and scopes
// are as documented; parameters and results are left out.
//
//===----------------------------------------------------------------------===//
#pragma once

namespace aws::lambda_runtime {
struct invocation_request;
struct invocation_response;
template <typename... A> int run_handler(A &&...);
} // namespace aws::lambda_runtime
