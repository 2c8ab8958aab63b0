#include "mail.h"

static int counter = 0;

void prepareBanner() { counter = 3; }
std::string banner() { return std::string(counter, '*'); }
