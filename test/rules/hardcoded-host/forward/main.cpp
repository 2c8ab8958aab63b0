// A library's class that this TU only declares stays the library's.
// packages: libpoco-dev
#include "stock.h"
int main() { Stock stock; }
