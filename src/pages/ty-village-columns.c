/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-village-columns"

#include "config.h"

#include "ty-village-columns.h"

#include "ty-column-heading.h"
#include "ty-font-features.h"
#include "ty-village-cell.h"
#include "ty-words.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *title;
  TyVillageText text;
  int width;         /* in pixels, at least; what is left over is shared by all */
  gboolean at_end;   /* numbers stand at the right */
} ColumnInfo;

static const ColumnInfo column_infos[] = {
  { N_("Township, village"), TY_VILLAGE_TEXT_NAME, 168, FALSE },
  { N_("Party organization"), TY_VILLAGE_TEXT_FORM, 76, FALSE },
  { N_("Secretary"), TY_VILLAGE_TEXT_SECRETARY, 84, FALSE },
  { N_("Dual role"), TY_VILLAGE_TEXT_DUAL, 60, FALSE },
  { N_("Members"), TY_VILLAGE_TEXT_MEMBERS, 64, TRUE },
  { N_("Approved"), TY_VILLAGE_TEXT_APPROVED, 56, TRUE },
  { N_("Filled"), TY_VILLAGE_TEXT_FILLED, 56, TRUE },
  { N_("Vacant"), TY_VILLAGE_TEXT_VACANT, 76, TRUE },
  { N_("Average age"), TY_VILLAGE_TEXT_AGE, 76, TRUE },
  { N_("Women"), TY_VILLAGE_TEXT_WOMEN, 56, TRUE },
};

#define PADDING 18  /* pixels, of both sides of a text */
#define USUAL_EM 14 /* pixels of a character in text of the usual size */

#define COLUMN_INFO "ty-column-info"
#define LAYOUT "ty-village-layout"

static PangoLayout *
make_layout (GtkColumnView *view)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (view), NULL);
  g_autoptr(PangoAttrList) attributes = pango_attr_list_new ();

  ty_font_features_add (attributes);
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  return layout;
}

static int
measure (PangoLayout *layout,
         const char  *text)
{
  int width;

  pango_layout_set_width (layout, -1);
  pango_layout_set_text (layout, text, -1);
  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

/* A column view of GTK 4.8 cuts a title without an ellipsis; titles are bold. */
static int
find_width (const ColumnInfo *info,
            PangoLayout      *layout)
{
  int width = info->width * MAX (measure (layout, "村"), USUAL_EM) / USUAL_EM;

  width = MAX (width, measure (layout, _(info->title)) * 21 / 20 + PADDING);
  if (info->text == TY_VILLAGE_TEXT_FORM)
    width = MAX (width, measure (layout, ty_words_get_label ("party_form", "general_branch")) + PADDING);
  return width;
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          PangoLayout              *layout)
{
  const ColumnInfo *info = g_object_get_data (G_OBJECT (factory), COLUMN_INFO);

  gtk_list_item_set_child (item, ty_village_cell_new (layout, info->text, info->at_end));
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         PangoLayout              *layout)
{
  ty_village_cell_set_item (TY_VILLAGE_CELL (gtk_list_item_get_child (item)),
                            gtk_list_item_get_item (item));
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *item,
           PangoLayout              *layout)
{
  ty_village_cell_set_item (TY_VILLAGE_CELL (gtk_list_item_get_child (item)), NULL);
}

static void
add_column (GtkColumnView    *view,
            const ColumnInfo *info,
            PangoLayout      *layout)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr(GtkColumnViewColumn) column = NULL;

  g_object_set_data (G_OBJECT (factory), COLUMN_INFO, (gpointer) info);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), layout);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), layout);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), layout);
  column = gtk_column_view_column_new (_(info->title), factory);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_fixed_width (column, find_width (info, layout));
  gtk_column_view_column_set_expand (column, TRUE);
  gtk_column_view_append_column (view, column);
}

/**
 * ty_village_columns_install:
 * @view: a column view without columns
 *
 * Adds the columns of the table of villages. They cannot be sorted: their order is the official one.
 */
void
ty_village_columns_install (GtkColumnView *view)
{
  PangoLayout *layout;

  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));

  layout = make_layout (view);
  g_object_set_data_full (G_OBJECT (view), LAYOUT, layout, g_object_unref);
  for (guint i = 0; i < G_N_ELEMENTS (column_infos); i++)
    {
      add_column (view, &column_infos[i], layout);
      if (column_infos[i].at_end)
        ty_column_heading_align_end (view, i);
    }
}
