/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "ty-form-fonts.h"
#include "ty-form-template.h"

G_BEGIN_DECLS

/* In a template everything is in millimetres, but types and the thickness of lines are in points. Tables
 * and grids are taken apart when it is read: a page is boxes that know where they stand. */

#define TY_FORM_POINTS 72.0 / 25.4

typedef enum
{
  TY_FORM_START,
  TY_FORM_MIDDLE,
  TY_FORM_END,
} TyFormAlign;

typedef enum
{
  TY_FORM_LEFT,
  TY_FORM_TOP,
  TY_FORM_RIGHT,
  TY_FORM_BOTTOM,
  TY_FORM_N_SIDES,
} TyFormSide;

typedef struct
{
  char *field;          /* (nullable): what is written; the label stands where it is empty */
  char *label;          /* (nullable): with {field} in it */
  TyFormFont font;
  gboolean bold;
  double size;          /* points */
  double least;         /* points: down to which it is made smaller to fit */
  double step;          /* points */
  double lead;          /* points between two lines; negative = a share of the size */
  double line;          /* points: pitch of lines whatever the size, 0 = size and lead */
  double indent;        /* ems by which the first line begins further right */
  double tracking;      /* points behind each character; negative = closer together */
  double hang;          /* ems by which the lines of an entry hang behind its dates */
  double pad[TY_FORM_N_SIDES]; /* millimetres */
  TyFormAlign across;
  TyFormAlign down;
  gboolean turn;        /* several lines begin at the left, though one stands in the middle */
  gboolean vertical;    /* one character below the other */
  gboolean spread;      /* two characters are as wide as four */
  char *rest;           /* (nullable): the heading under which what has no room goes on on a further page */
} TyFormText;

typedef enum
{
  TY_FORM_EVERY_PAGE,
  TY_FORM_ODD_PAGES,
  TY_FORM_EVEN_PAGES,
} TyFormParity;

typedef struct
{
  double x, y, width, height;
  double lines[TY_FORM_N_SIDES]; /* points, 0 = none */
  GPtrArray *texts;     /* (owned) (element-type TyFormText) */
  gboolean stack;       /* the texts stand below each other, and share the box where they are the same */
  gboolean rule;        /* with a line between them */
  gboolean photo;
  gboolean turned;      /* upside down, for what is folded */
  gboolean flow;        /* where the rests go on */
  TyFormParity parity;  /* on which pages it stands */
  int item;             /* of which row of the list of the page it is, -1 = of the form */
  guint group;          /* the number on the page of the table of which it is, or its own */
  double closing;       /* points: the line below the last row that there is */
} TyFormBox;

/* A paragraph of a running text, or one for each row of the list of the page. */
typedef struct
{
  TyFormText *text;     /* (owned) */
  gboolean each;
  double end;           /* ems that stay free at the right */
  guint before;         /* empty lines */
} TyFormBlock;

/* A text that goes on from page to page on a grid of lines, as official documents have it. */
typedef struct
{
  double x, y, width, height;
  guint lines;          /* of a page */
  guint characters;     /* of a line */
  GPtrArray *blocks;    /* (owned) (element-type TyFormBlock) */
} TyFormRunning;

typedef struct
{
  double width, height;
  TyFormRunning *running; /* (owned) (nullable) */
  char *list;           /* (nullable): the list that goes on from page to page */
  guint n_items;        /* how many of its rows the page has */
  gboolean extra;       /* only where there is something left to say */
  gboolean repeat;      /* until all of the list is said */
  guint n_groups;       /* of tables and boxes that stand alone */
  gboolean fill;        /* rows are drawn though nobody stands in them */
  GPtrArray *boxes;     /* (owned) (element-type TyFormBox) */
} TyFormPage;

struct _TyFormTemplate
{
  gatomicrefcount ref_count;
  char *id;
  char *name;
  char *title;
  TyFormOf of;
  gboolean traditional;
  GPtrArray *pages;     /* (owned) (element-type TyFormPage) */
};

gboolean ty_form_template_parse (TyFormTemplate  *self,
                                 const char      *json,
                                 gssize           length,
                                 gboolean         traditional,
                                 GError         **error);

/* ty-form-words.c */
void     ty_form_words_translate (JsonNode       *root);

/* For the parser. */
void     ty_form_text_free      (TyFormText      *text);
void     ty_form_box_free       (TyFormBox       *box);
void     ty_form_page_free      (TyFormPage      *page);
const TyFormBox *ty_form_page_find_number (const TyFormPage *page,
                                 TyFormParity     parity);
void     ty_form_running_free   (TyFormRunning   *running);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyFormText, ty_form_text_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyFormBox, ty_form_box_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyFormRunning, ty_form_running_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TyFormPage, ty_form_page_free)

G_END_DECLS
