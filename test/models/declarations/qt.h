//===- qt.h - NOT THE LIBRARY: declarations for checking names -------===//
//
// What checks/models/qt.yaml names and Debian's headers do not declare:
// Qt, after its public documentation. Names and scopes
// are as documented; parameters and results are left out.
//
//===----------------------------------------------------------------------===//
#pragma once

struct QApplication {
  template <typename... A> int exec(A &&...);
};
struct QHttpServer {
  template <typename... A> int addAfterRequestHandler(A &&...);
};
struct QLinkedList;
struct QRegExp;
struct QVector {
  template <typename... A> int append(A &&...);
  template <typename... A> int at(A &&...);
  template <typename... A> int begin(A &&...);
  template <typename... A> int clear(A &&...);
  template <typename... A> int end(A &&...);
  template <typename A> void operator[](A &&);
  template <typename... A> int push_back(A &&...);
};
