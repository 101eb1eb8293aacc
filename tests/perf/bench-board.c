/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ty-app-resources.h"
#include "ty-mentor-board.h"
#include "ty-pages.h"
#include "ty-pair-board.h"
#include "ty-pairing-board-loader.h"
#include "ty-test-office.h"

#include <stdlib.h>
#include <time.h>

/* The board of pairings with many cards: how many widgets it has, and how long the first frame takes, in each
 * arrangement; and what a step of scrolling costs.
 *
 * usage: bench-board [CARDS] */

#define N_MENTORS 300
#define N_STEPS 40

static gint64 drawn;

static TyPairingBoard *
make_board (guint n_cards)
{
  TyPairingBoard *board = g_new0 (TyPairingBoard, 1);

  board->cards = g_ptr_array_new_with_free_func ((GDestroyNotify) ty_pairing_card_free);
  board->mentors = g_ptr_array_new_with_free_func ((GDestroyNotify) ty_board_mentor_free);
  for (guint i = 0; i < N_MENTORS; i++)
    {
      TyBoardMentor *mentor = g_new0 (TyBoardMentor, 1);

      mentor->person = 100000 + i;
      mentor->name = g_strdup_printf ("史怀%c", 'A' + i % 26);
      mentor->level = g_strdup ("乡级");
      mentor->place = g_strdup ("石泉镇 后凤泉村");
      mentor->capacity = 4;
      mentor->load = n_cards / N_MENTORS;
      g_ptr_array_add (board->mentors, mentor);
    }
  for (guint i = 0; i < n_cards; i++)
    {
      const char *tags[] = { "新任书记", "年轻书记", NULL };
      TyPairingCard *card = g_new0 (TyPairingCard, 1);

      card->person = i + 1;
      card->pairing = i + 1;
      card->mentor = 100000 + i % N_MENTORS;
      card->column = i * TY_N_PAIRING_COLUMNS / n_cards;
      card->face = ty_pair_face_new ();
      card->face->name = g_strdup_printf ("廖帆%u", i);
      card->face->age = g_strdup ("42 岁");
      card->face->place = g_strdup ("清溪乡 北桃岭村");
      card->face->tags = g_strdupv ((char **) tags);
      card->face->mentor = g_strdup ("史怀德");
      card->face->talks_due = 4;
      card->face->talks = i % 5;
      card->face->since = g_strdup ("距上次 7 天");
      card->face->goals = 4;
      card->face->goal_text = g_strdup ("目标 0/4");
      g_ptr_array_add (board->cards, card);
    }
  return board;
}

/* In processor time, so that other programs do not count. */
static double
get_work (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

static guint
count_widgets (GtkWidget *widget)
{
  guint n = 1;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_widgets (child);
  return n;
}

static void
after_paint_cb (GdkFrameClock *clock)
{
  drawn = g_get_monotonic_time ();
}

static void
wait_for_frame (void)
{
  drawn = 0;
  while (drawn == 0)
    g_main_context_iteration (NULL, TRUE);
}

/* Once the window is there, the arrangement comes into it. */
static void
show (const char *name,
      GtkWindow  *window,
      GtkWidget  *view,
      void      (*fill) (GtkWidget *view,
                         gpointer   data),
      gpointer    data)
{
  gint64 begin = g_get_monotonic_time ();
  double work = get_work ();

  fill (view, data);
  gtk_window_set_child (window, view);
  wait_for_frame ();
  g_print ("%-10s %6u widgets %7.1f ms to the first frame, %.1f of them work\n", name, count_widgets (view),
           (double) (drawn - begin) / 1000, get_work () - work);
}

static void
fill_states (GtkWidget *view,
             gpointer   data)
{
  TyPairingBoard *board = data;

  ty_pair_board_show (TY_PAIR_BOARD (view), board, board->cards);
}

static void
fill_mentors (GtkWidget *view,
              gpointer   data)
{
  TyPairingBoard *board = data;

  ty_mentor_board_show (TY_MENTOR_BOARD (view), board, board->cards);
}

static void
scroll (TyPairBoard *view)
{
  GtkAdjustment *adjustment = ty_pair_column_get_adjustment (ty_pair_board_get_column (view, 3));
  double begin = get_work ();
  double most = 0;

  for (guint i = 0; i < N_STEPS; i++)
    {
      double step = get_work ();

      gtk_adjustment_set_value (adjustment, i * 90);
      wait_for_frame ();
      most = MAX (most, get_work () - step);
    }
  g_print ("%-10s %7.1f ms of work for a step, %.1f at most\n", "scrolling", (get_work () - begin) / N_STEPS, most);
}

int
main (int    argc,
      char **argv)
{
  guint n_cards = argc > 1 ? (guint) atoi (argv[1]) : 1000;
  TyPairingBoard *board = make_board (n_cards);
  GtkWindow *window;
  GtkWidget *states, *mentors;

  adw_init ();
  ty_pages_init ();
  ty_app_resources_register_resource ();
  window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_default_size (window, 1800, 1000);
  gtk_window_present (window);
  g_signal_connect (gtk_widget_get_frame_clock (GTK_WIDGET (window)), "after-paint", G_CALLBACK (after_paint_cb),
                    NULL);
  wait_for_frame ();
  states = g_object_ref_sink (ty_pair_board_new ());
  mentors = g_object_ref_sink (ty_mentor_board_new ());
  show ("states", window, states, fill_states, board);
  scroll (TY_PAIR_BOARD (states));
  show ("mentors", window, mentors, fill_mentors, board);
  gtk_window_destroy (window);
  g_object_unref (states);
  g_object_unref (mentors);
  ty_pairing_board_free (board);
  return EXIT_SUCCESS;
}
