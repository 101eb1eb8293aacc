/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-resume-entry.h"

G_BEGIN_DECLS

GPtrArray *ty_resume_text_parse (const char *text) G_GNUC_WARN_UNUSED_RESULT;
char      *ty_resume_text_write (GPtrArray  *entries) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
