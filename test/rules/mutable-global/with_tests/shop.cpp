#include "shop.h"
static int asked = 0; // finding: mutable-global error "asked"
int price(int n) { return n * 3 + ++asked; }
