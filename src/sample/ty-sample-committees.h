/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-sample-world.h"

G_BEGIN_DECLS

void ty_sample_committees_fill (TySampleWorld *world);

G_END_DECLS
