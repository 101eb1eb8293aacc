/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-gallery"

#include "config.h"

#include "ty-gallery.h"

#include "ty-as-of-button.h"
#include "ty-bars-view.h"
#include "ty-board-grid.h"
#include "ty-busy-bar.h"
#include "ty-chip.h"
#include "ty-columns-box.h"
#include "ty-crop-view.h"
#include "ty-fact-grid.h"
#include "ty-field-row.h"
#include "ty-file-row.h"
#include "ty-filter-button.h"
#include "ty-gallery-charts.h"
#include "ty-gallery-colors.h"
#include "ty-gallery-pairs.h"
#include "ty-grid-view.h"
#include "ty-gallery-sidebar.h"
#include "ty-layout-columns.h"
#include "ty-person-tag.h"
#include "ty-person.h"
#include "ty-portrait-view.h"
#include "ty-portrait.h"
#include "ty-problem-bar.h"
#include "ty-ring.h"
#include "ty-row-grid.h"
#include "ty-seat-view.h"
#include "ty-section.h"
#include "ty-shell.h"
#include "ty-side-box.h"
#include "ty-spinner.h"
#include "ty-stat-tile.h"
#include "ty-tab-stop.h"
#include "ty-tag.h"
#include "ty-text-scale.h"
#include "ty-time-line-view.h"
#include "ty-wrap-box.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>

/* What the gallery shows. The people are invented, and stand in Chinese in every language, as names in
 * a county file do. */

#define SPACING 12
#define STATUS_HEIGHT 320
#define TABLE_HEIGHT 220 /* four rows below three lines of headings */

static GtkWidget *
make_wrap (void)
{
  return ty_wrap_box_new (SPACING);
}

static void
add (GtkWidget *wrap,
     GtkWidget *child)
{
  ty_wrap_box_append (TY_WRAP_BOX (wrap), child);
}

static GBytes *
draw_photo (guint32 seed,
            int     sex)
{
  return ty_portrait_draw_png (seed, sex, 40, 240, 300, NULL);
}

static GtkWidget *
make_card (const char *title,
           GtkWidget  *content)
{
  GtkWidget *card = ty_section_new (title);

  ty_section_set_content (TY_SECTION (card), content);
  return card;
}

static GtkWidget *
build_tags (void)
{
  static const char *const looks[] = { "warn", "accent", "neutral", "outline" };
  GtkWidget *wrap = ty_wrap_box_new (6);
  GtkWidget *cut = ty_tag_new ("返乡大学生、退役军人、致富能手", "outline");

  for (guint i = 0; i < TY_N_PERSON_TAGS; i++)
    add (wrap, ty_tag_new (ty_person_tag_get_label (i), ty_person_tag_get_look (i)));
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    add (wrap, ty_tag_new ("3/4", looks[i]));
  gtk_widget_set_size_request (cut, 120, -1);
  add (wrap, cut);
  return make_card (_("Tags"), wrap);
}

static void
add_chip (GtkWidget  *wrap,
          const char *title,
          const char *count,
          gboolean    active,
          gboolean    sensitive)
{
  GtkWidget *chip = ty_chip_new (title);

  ty_chip_set_count (TY_CHIP (chip), count);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (chip), active);
  gtk_widget_set_sensitive (chip, sensitive);
  add (wrap, chip);
}

static GtkWidget *
build_chips (void)
{
  GtkWidget *wrap = ty_wrap_box_new (6);
  GtkWidget *gap = gtk_separator_new (GTK_ORIENTATION_VERTICAL);

  gtk_widget_add_css_class (gap, "ty-chip-gap");
  add_chip (wrap, _("Women"), "20", FALSE, TRUE);
  add_chip (wrap, _("Dual role"), "1,148", TRUE, TRUE);
  add (wrap, gap);
  add_chip (wrap, _("Women"), NULL, FALSE, TRUE);
  add_chip (wrap, _("Dual role"), NULL, TRUE, TRUE);
  add_chip (wrap, _("Women"), "0", FALSE, FALSE);
  return make_card (_("Conditions"), wrap);
}

static GtkWidget *
make_tile (const char *caption,
           const char *figure,
           const char *unit,
           const char *change,
           gboolean    good,
           const char *note)
{
  GtkWidget *tile = ty_stat_tile_new (caption);

  g_object_set (tile, "figure", figure, "unit", unit, "change", change, "good", good, "note", note,
                "width-request", 180, NULL);
  return tile;
}

static GtkWidget *
build_tiles (void)
{
  GtkWidget *wrap = make_wrap ();

  add (wrap, make_tile (_("Dual role"), "98.63", "%", "▲ 57.30", TRUE, "72"));
  add (wrap, make_tile (_("Women"), "5.48", "%", "▼ 1.02", FALSE, "4"));
  add (wrap, make_tile (_("Average age"), "44.45", C_("unit of a figure", "years"), NULL, FALSE, NULL));
  add (wrap, make_tile (_("Vacant"), "—", NULL, NULL, FALSE, NULL));
  add (wrap, ty_ring_new (92));
  add (wrap, ty_ring_new (100));
  add (wrap, ty_ring_new (0));
  return wrap;
}

static GtkWidget *
make_button (GtkWidget *child)
{
  gtk_actionable_set_action_name (GTK_ACTIONABLE (child), "window.close");
  gtk_widget_set_size_request (child, 234, -1);
  return child;
}

static GtkWidget *
make_seat (TySeatState  state,
           const char  *name,
           const char  *facts,
           const char  *note,
           guint32      seed)
{
  GtkWidget *seat = make_button (ty_seat_view_new (state, name, facts, note));
  g_autoptr(GBytes) photo = seed != 0 ? draw_photo (seed, 1) : NULL;

  if (photo != NULL)
    ty_seat_view_set_photo (TY_SEAT_VIEW (seat), photo);
  return seat;
}

static GtkWidget *
build_seats (void)
{
  GtkWidget *wrap = make_wrap ();
  GtkWidget *linked = make_seat (TY_SEAT_TAKEN, "仇贵东", "男　39 岁　大学", "党支部书记", 7);
  GtkWidget *quiet = ty_seat_view_new (TY_SEAT_VACANT, "村委会委员　空缺", NULL, NULL);

  ty_seat_view_set_linked (TY_SEAT_VIEW (linked), TRUE);
  gtk_widget_set_size_request (quiet, 234, -1);
  add (wrap, linked);
  add (wrap, make_seat (TY_SEAT_TAKEN, "欧阳晓明", "女　28 岁　全日制大学本科", "党支部组织委员、宣传委员", 0));
  add (wrap, make_seat (TY_SEAT_OVER, "崔杰", "男　48 岁　大专", "村委会委员", 11));
  add (wrap, make_seat (TY_SEAT_VACANT, "党支部委员　空缺", NULL, "2021.10 起，2 名后备可补", 0));
  add (wrap, quiet);
  return wrap;
}

/* The part of a picture that is kept, and one without a picture. */
static GtkWidget *
build_crop (void)
{
  GtkWidget *wrap = make_wrap ();
  g_autoptr(GBytes) photo = draw_photo (7, 2);
  g_autoptr(GInputStream) stream = g_memory_input_stream_new_from_bytes (photo);
  g_autoptr(GdkPixbuf) picture = gdk_pixbuf_new_from_stream (stream, NULL, NULL);
  GtkWidget *view = ty_crop_view_new ();
  TyCrop crop;

  ty_crop_view_set_picture (TY_CROP_VIEW (view), picture);
  ty_crop_view_get_crop (TY_CROP_VIEW (view), &crop);
  ty_crop_zoom (&crop, 0.7);
  ty_crop_view_set_crop (TY_CROP_VIEW (view), &crop);
  add (wrap, view);
  add (wrap, ty_crop_view_new ());
  return make_card (_("Photo that is cut"), wrap);
}

static GtkWidget *
build_files (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *plain = ty_file_row_new ("x-office-document-symbolic", "任前公示", "PDF　1.2 MB　2021.09");
  GtkWidget *shown = ty_file_row_new ("image-x-generic-symbolic", "毕业证书", "JPEG　640 KB");
  g_autoptr(GBytes) photo = draw_photo (7, 2);
  g_autoptr(GdkTexture) texture = gdk_texture_new_from_bytes (photo, NULL);

  ty_file_row_add_button (TY_FILE_ROW (plain), "document-open-symbolic", _("Open the attachment"),
                          "window.close", NULL);
  ty_file_row_set_picture (TY_FILE_ROW (shown), GDK_PAINTABLE (texture));
  gtk_widget_add_css_class (shown, "ty-lined");
  gtk_box_append (GTK_BOX (box), plain);
  gtk_box_append (GTK_BOX (box), shown);
  return make_card (_("Attachments"), box);
}

static GtkWidget *
build_portraits (void)
{
  static const int sizes[] = { 28, 32, 40, 84, 96 };
  GtkWidget *wrap = make_wrap ();

  for (guint i = 0; i < 2 * G_N_ELEMENTS (sizes); i++)
    {
      GtkWidget *view = g_object_new (TY_TYPE_PORTRAIT_VIEW, "width", sizes[i / 2], "valign",
                                      GTK_ALIGN_START, NULL);
      g_autoptr(GBytes) photo = i % 2 == 0 ? draw_photo (i + 3, i % 4 == 0 ? 1 : 2) : NULL;

      ty_portrait_view_set_photo (TY_PORTRAIT_VIEW (view), photo, "柳敏");
      add (wrap, view);
    }
  return make_card (_("Portraits"), wrap);
}

static GtkWidget *
build_facts (void)
{
  GtkWidget *grid = ty_fact_grid_new (2);

  ty_fact_grid_add (TY_FACT_GRID (grid), _("Native place"), "石城县");
  ty_fact_grid_add (TY_FACT_GRID (grid), _("ID number"), "990101 19820221 ****");
  ty_fact_grid_add (TY_FACT_GRID (grid), _("Political status"), "中共党员");
  ty_fact_grid_add_widget (TY_FACT_GRID (grid), _("Phone"), ty_tag_new ("199****2166", "neutral"));
  return make_card (_("Basic information"), grid);
}

static GtkWidget *
build_rows (void)
{
  const char *headings[] = { _("Post"), C_("begin", "From"), C_("end", "Until"), _("Unit"), NULL };
  static const char *const rows[][5] = {
    { "党支部书记", "2021.10", "2026.10", "南沟乡 西凤湾村", NULL },
    { "后备干部（书记）", "2019.06", "2021.10", "南沟乡 西凤湾村", NULL },
  };
  GtkWidget *grid = ty_row_grid_new ();

  ty_row_grid_add (TY_ROW_GRID (grid), TRUE, headings);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    ty_row_grid_add (TY_ROW_GRID (grid), FALSE, rows[i]);
  ty_row_grid_dim_last (TY_ROW_GRID (grid));
  return make_card (_("Posts"), grid);
}

/* A head with everything, and a card without a caption. */
static GtkWidget *
build_cards (void)
{
  GtkWidget *columns = g_object_new (TY_TYPE_COLUMNS_BOX, "max-columns", 3, NULL);
  GtkWidget *whole = build_rows ();
  GtkWidget *pencil = gtk_button_new_from_icon_name ("document-edit-symbolic");

  gtk_widget_add_css_class (pencil, "flat");
  gtk_widget_add_css_class (pencil, "ty-small");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (pencil), "window.close");
  gtk_accessible_update_property (GTK_ACCESSIBLE (pencil), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Edit the basic information"), -1);
  g_object_set (whole, "caption", "2001.09—2021.12", NULL);
  ty_section_set_suffix (TY_SECTION (whole), pencil);
  ty_columns_box_append (TY_COLUMNS_BOX (columns), build_facts ());
  ty_columns_box_append (TY_COLUMNS_BOX (columns), whole);
  ty_columns_box_append (TY_COLUMNS_BOX (columns), make_card (_("History of the unit"),
                                                              gtk_label_new (_("Nothing was changed yet"))));
  return columns;
}

static GtkWidget *
build_time_line (void)
{
  TyTimeLine *line = ty_time_line_new (ty_date_new (2021, 12, 24), C_("drawing", "As of"));

  ty_time_line_set_lane (line, TY_LANE_STUDY, _("Study"));
  ty_time_line_set_lane (line, TY_LANE_WORK, _("Work"));
  ty_time_line_set_lane (line, TY_LANE_POSTS, _("Posts"));
  ty_time_line_set_lane (line, TY_LANE_PARTY, C_("lane of a time line", "Party"));
  ty_time_line_add_period (line, TY_LANE_STUDY, ty_date_new (2001, 9, 0), ty_date_new (2005, 7, 0),
                           "理工大学", "理工大学");
  ty_time_line_add_period (line, TY_LANE_WORK, ty_date_new (2005, 7, 0), ty_date_new (2017, 12, 0),
                           "省建工集团", "省建工集团");
  ty_time_line_add_period (line, TY_LANE_POSTS, ty_date_new (2021, 10, 0), TY_DATE_NONE,
                           "党支部书记、村委会主任", "党支部书记、村委会主任");
  ty_time_line_add_event (line, TY_LANE_PARTY, ty_date_new (2011, 11, 0), "2011.11 入党", "2011.11 入党");
  return make_card (_("Time line"), ty_time_line_view_new (line));
}

static GtkWidget *
build_bars (void)
{
  static const struct { const char *label; guint before; guint now; } pairs[] = {
    { "35 岁及以下", 1, 4 }, { "36—45 岁", 2, 3 }, { "46—50 岁", 4, 1 }, { "51—55 岁", 3, 0 },
  };
  TyBars *bars = ty_bars_new ();

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    ty_bars_add (bars, pairs[i].label, pairs[i].before, pairs[i].now);
  return make_card (_("Ages of the committee members"), ty_bars_view_new (bars));
}

static GtkWidget *
build_grid (void)
{
  static const char *const rows[] = { "云岭镇", "柏川镇", "石泉镇" };
  static const char *const texts[] = { "63", "24", "38.10", "15", "23.81", "—" };
  g_autoptr(TyGrid) grid = ty_grid_new ("两委成员年龄结构", "乡镇");
  GtkWidget *view = ty_grid_view_new ();

  ty_grid_add_column (grid, NULL, "人数", NULL);
  ty_grid_add_column (grid, "年龄段", "35 岁及以下", "人数");
  ty_grid_add_column (grid, "年龄段", "35 岁及以下", "%");
  ty_grid_add_column (grid, "年龄段", "36—45 岁", "人数");
  ty_grid_add_column (grid, "年龄段", "36—45 岁", "%");
  ty_grid_add_column (grid, NULL, "平均年龄", NULL);
  for (guint row = 0; row <= G_N_ELEMENTS (rows); row++)
    {
      gboolean total = row == G_N_ELEMENTS (rows);

      ty_grid_add_row (grid, total ? _("Total") : rows[row], total);
      for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
        ty_grid_set_cell (grid, row, i, i < 5 ? TY_GRID_COUNT : TY_GRID_TEXT, texts[i], 0, i < 5);
    }
  ty_grid_view_set_grid (TY_GRID_VIEW (view), grid);
  gtk_widget_set_size_request (view, 560, (int) ceil (TABLE_HEIGHT * ty_text_scale_get (view)));
  return make_card (_("A table of figures"), view);
}

/* Cards of a dashboard, of a quarter and of a half of its width. */
static GtkWidget *
build_board (void)
{
  static const guint widths[] = { 3, 3, 6, 12 };
  GtkWidget *board = ty_board_grid_new ();

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      GtkWidget *card = gtk_label_new (_("A card"));

      gtk_widget_add_css_class (card, "card");
      ty_board_grid_append (TY_BOARD_GRID (board), card, widths[i], 1);
    }
  return board;
}

static GtkWidget *
build_drawings (void)
{
  GtkWidget *all = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);
  GtkWidget *box = g_object_new (TY_TYPE_SIDE_BOX, NULL);

  gtk_widget_insert_before (build_time_line (), box, NULL);
  gtk_widget_insert_before (build_bars (), box, NULL);
  gtk_box_append (GTK_BOX (all), box);
  gtk_box_append (GTK_BOX (all), build_grid ());
  gtk_box_append (GTK_BOX (all), build_board ());
  return all;
}

/* Rows of a form: as they are, wrong, of a short list and of a long one. They live as long as their
 * widget. */
static GtkWidget *
build_form (void)
{
  static const guint fields[] = { TY_PERSON_NAME, TY_PERSON_BIRTH, TY_PERSON_SEX, TY_PERSON_ETHNICITY };
  g_autoptr(TyPerson) person = ty_person_new ();
  GtkWidget *list = gtk_list_box_new ();

  ty_record_set_text (TY_RECORD (person), TY_PERSON_NAME, "仇贵东");
  ty_record_set_text (TY_RECORD (person), TY_PERSON_SEX, "1");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      TyFieldRow *row = ty_field_row_new (TY_RECORD (person), fields[i]);

      gtk_list_box_append (GTK_LIST_BOX (list), ty_field_row_get_widget (row));
      if (fields[i] == TY_PERSON_BIRTH)
        ty_field_row_set_error (row, _("This is not a date."));
      g_object_set_data_full (G_OBJECT (list), ty_person_info.fields[fields[i]].column, row,
                              (GDestroyNotify) ty_field_row_free);
    }
  return g_object_new (TY_TYPE_TAB_STOP, "child", list, NULL);
}

/* The columns of an exported roster; what is sensitive is marked and off. */
static GtkWidget *
build_layout (void)
{
  GtkWidget *columns = g_object_new (TY_TYPE_LAYOUT_COLUMNS, NULL);
  g_autoptr(GPtrArray) layouts = ty_roster_layout_list_shipped ();

  ty_layout_columns_set_layout (TY_LAYOUT_COLUMNS (columns), g_ptr_array_index (layouts, 0));
  return make_card (_("Columns"), columns);
}

static GtkWidget *
build_choices (void)
{
  GtkWidget *wrap = make_wrap ();
  GtkWidget *none = g_object_new (TY_TYPE_FILTER_BUTTON, "title", _("User"), "everything",
                                  _("Everybody"), NULL);
  GtkWidget *chosen = g_object_new (TY_TYPE_FILTER_BUTTON, "title", _("User"), "everything",
                                    _("Everybody"), NULL);

  ty_filter_button_add_choice (TY_FILTER_BUTTON (chosen), "柳敏", "柳敏", 12);
  ty_filter_button_set_value (TY_FILTER_BUTTON (chosen), "柳敏", "柳敏");
  add (wrap, g_object_new (TY_TYPE_AS_OF_BUTTON, "date", "2021-12-24", NULL));
  add (wrap, none);
  add (wrap, chosen);
  return wrap;
}

static GtkWidget *
make_problem (const char *message)
{
  GtkWidget *bar = g_object_new (TY_TYPE_PROBLEM_BAR, NULL);

  ty_problem_bar_set_message (TY_PROBLEM_BAR (bar), message);
  return bar;
}

static GtkWidget *
make_status (const char *icon,
             const char *title,
             const char *description,
             gboolean    action)
{
  GtkWidget *page = g_object_new (ADW_TYPE_STATUS_PAGE, "icon-name", icon, "title", title,
                                  "description", description, "hexpand", TRUE, "height-request",
                                  STATUS_HEIGHT, NULL);

  if (action)
    {
      GtkWidget *button = gtk_button_new_with_label (_("Show All"));

      gtk_widget_add_css_class (button, "pill");
      gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "window.close");
      adw_status_page_set_child (ADW_STATUS_PAGE (page), button);
    }
  return page;
}

static GtkWidget *
build_messages (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);
  GtkWidget *states = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING);
  GtkWidget *busy = ty_busy_bar_new ();

  ty_busy_bar_set_can_cancel (TY_BUSY_BAR (busy), TRUE);
  ty_busy_bar_set_busy (TY_BUSY_BAR (busy), TRUE);
  gtk_box_append (GTK_BOX (box), make_problem (_("The file can only be read.")));
  gtk_box_append (GTK_BOX (box), busy);
  gtk_box_append (GTK_BOX (box), g_object_new (TY_TYPE_SPINNER, "halign", GTK_ALIGN_START, NULL));
  gtk_box_append (GTK_BOX (states), make_status ("ty-roster-symbolic", _("Nobody here at this date"),
                                                 NULL, FALSE));
  gtk_box_append (GTK_BOX (states), make_status ("edit-find-symbolic", _("Nobody matches"),
                                                 "石泉镇", TRUE));
  gtk_box_append (GTK_BOX (box), states);
  return box;
}

static GtkWidget *
build_shell (void)
{
  GtkWidget *sidebar = ty_gallery_build_sidebar ();
  GtkWidget *shell = g_object_new (TY_TYPE_SHELL, "sidebar", sidebar, "content",
                                   make_status ("ty-village-symbolic", _("No villages at this date"),
                                                NULL, FALSE), NULL);

  gtk_widget_add_css_class (shell, "card");
  return shell;
}

static const struct
{
  const char *title;
  GtkWidget *(*build) (void);
} groups[] = {
  { N_("Colours"), ty_gallery_build_colors },
  { N_("Tags"), build_tags },
  { N_("Conditions"), build_chips },
  { N_("Figures"), build_tiles },
  { N_("Seats"), build_seats },
  { N_("Portraits"), build_portraits },
  { N_("Photo that is cut"), build_crop },
  { N_("Attachments"), build_files },
  { N_("Cards and Tables"), build_cards },
  { N_("Pairings"), ty_gallery_pairs_build },
  { N_("Drawings"), build_drawings },
  { N_("Charts"), ty_gallery_build_charts },
  { N_("Choices"), build_choices },
  { N_("Form"), build_form },
  { N_("Columns"), build_layout },
  { N_("Messages and Empty Pages"), build_messages },
  { N_("Sidebar and Content"), build_shell },
};

/**
 * ty_gallery_get_n_groups:
 *
 * Returns: how many groups of widgets the gallery has
 */
guint
ty_gallery_get_n_groups (void)
{
  return G_N_ELEMENTS (groups);
}

/**
 * ty_gallery_get_title:
 * @number: which group
 *
 * Returns: (transfer none): what it is called
 */
const char *
ty_gallery_get_title (guint number)
{
  g_return_val_if_fail (number < G_N_ELEMENTS (groups), NULL);

  return _(groups[number].title);
}

/**
 * ty_gallery_build_group:
 * @number: which group
 *
 * Returns: (transfer floating): its widgets in all their states
 */
GtkWidget *
ty_gallery_build_group (guint number)
{
  g_return_val_if_fail (number < G_N_ELEMENTS (groups), NULL);

  return groups[number].build ();
}
