/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-form-values.h"

G_BEGIN_DECLS

void ty_form_traditional_apply (TyFormValues *values);

G_END_DECLS
