/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-office.h"
#include "ty-presentation.h"

G_BEGIN_DECLS

/**
 * TyBoardPresentationSpec:
 * @title: what the dashboard is called
 * @place: (nullable): whose numbers they are, where it is not the whole county
 * @as_of: the cut-off date
 * @charts: (element-type TyChart): what its cards show
 * @answers: (nullable) (element-type TyCardAnswer): of each of @charts, for who asks who is behind a mark
 */
typedef struct
{
  const char *title;
  const char *place;
  TyDate as_of;
  GPtrArray *charts;
  GPtrArray *answers;
} TyBoardPresentationSpec;

TyPresentation *ty_board_presentation_new (TyOffice                      *office,
                                           const TyBoardPresentationSpec *spec) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
