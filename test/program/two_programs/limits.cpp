#include "limits.h"

int limit = 10;
static int last = 0;

void setLimit(int value) { limit = value; }

int next() { return ++last > limit ? 0 : last; }
