/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-office.h"
#include "ty-record.h"
#include "ty-table-sheet.h"

#include <gio/gio.h>

G_BEGIN_DECLS

TyTableSheet *ty_training_print_build (TyOffice   *office,
                                       TyRecord   *course,
                                       GListModel *people) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
