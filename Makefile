# The two commands:  make run  and  make test.  The others are habits of developers.

BUILD := _build
# What the window needs, without the tests.
PROGRAMS := touyan touyan-cli data/gschemas.compiled touyan-gmo
RUN_TESTS := build-aux/headless build-aux/run-tests.py $(BUILD)

.PHONY: all run test bench soak fuzz shots po clean

all:
	@build-aux/configure $(BUILD) -Dtests=true
	@meson compile -C $(BUILD)

# Opens the window on a sample county; without a display, draws its pages into $(BUILD)/shots.
run:
	@build-aux/install-packages run
	@build-aux/configure --new $(BUILD) -Dtests=false
	@ninja -C $(BUILD) $(PROGRAMS)
	@build-aux/run-touyan $(BUILD)

# Builds with warnings as errors and runs every suite.
test:
	@build-aux/install-packages run headless test
	@build-aux/configure $(BUILD) -Dtests=true -Dwerror=true
	@meson compile -C $(BUILD)
	@$(RUN_TESTS)

# Prints medians and ratios of what the program promises about speed and memory.
bench:
	@build-aux/install-packages run headless test bench
	@build-aux/configure $(BUILD) -Dtests=true
	@meson compile -C $(BUILD)
	@build-aux/headless --wm meson test -C $(BUILD) --no-rebuild --benchmark --verbose --num-processes 1

# The same suites with many more rounds: TY_SOAK asks for them; each file with its own headers alone. Rosters and forms go through LibreOffice.
soak:
	@build-aux/install-packages run headless test soak
	@build-aux/configure $(BUILD) -Dtests=true -Dpch=false
	@meson compile -C $(BUILD)
	@TY_SOAK=1 $(RUN_TESTS) --no-suite checks --no-suite window --timeout-multiplier 0
	@python3 -B tests/exchange/libreoffice.py $(BUILD)
	@python3 -B tests/exchange/libreoffice-forms.py $(BUILD)

# Each reader of files with some hundred thousand damaged ones; `make test` has a short run of it. TY_FUZZ_SEED
# asks for others, and what is found lies in TY_FUZZ_FINDS.
fuzz:
	@build-aux/install-packages run headless test
	@build-aux/configure $(BUILD) -Dtests=true
	@meson compile -C $(BUILD)
	@mkdir -p $(BUILD)/finds
	@TY_FUZZ_ROUNDS=200000 TY_FUZZ_FINDS=$(abspath $(BUILD))/finds $(RUN_TESTS) fuzz --timeout-multiplier 0

shots:
	@build-aux/install-packages run
	@build-aux/configure --new $(BUILD) -Dtests=false
	@ninja -C $(BUILD) $(PROGRAMS)
	@build-aux/shots $(BUILD) $(SHOTS)

# Brings po/POTFILES.in and the catalogues up to date with the source.
po:
	@build-aux/update-potfiles
	@build-aux/update-po

clean:
	rm -rf $(BUILD) _build-asan
