/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-form.h"

G_BEGIN_DECLS

/**
 * TyFormLaid:
 * @style: how it is written
 * @fitted: the text in the size in which it fits
 * @first: its first line that stands here
 * @n_lines: how many of them
 * @x: where the lines begin, in points
 * @y: where the first line begins
 * @width: the room of a line
 * @alone: whether nothing else stands in the box
 *
 * A text where it stands on a page. It is there while it is visited.
 */
typedef struct
{
  const TyFormText *style;
  const TyFormFitted *fitted;
  int first;
  int n_lines;
  double x, y, width;
  gboolean alone;
} TyFormLaid;

/**
 * TyFormVisitor:
 * @begin: a box begins; its lines are those that are drawn
 * @text: (nullable): a text stands in the box; nothing is laid out for who does not ask
 * @photo: (nullable): a photo does; says why it is left out
 * @end: (nullable): the box ends
 *
 * Hears of what stands on a page, box by box, in the order in which it is drawn.
 */
typedef struct
{
  void     (*begin) (const TyFormBox  *box,
                     gpointer          data);
  void     (*text)  (const TyFormLaid *laid,
                     gpointer          data);
  gboolean (*photo) (const TyFormBox  *box,
                     GBytes           *photo,
                     gpointer          data,
                     GError          **error);
  void     (*end)   (const TyFormBox  *box,
                     gpointer          data);
} TyFormVisitor;

void ty_form_visit_page (TyForm              *self,
                         guint                page,
                         const TyFormVisitor *visitor,
                         gpointer             data);

G_END_DECLS
