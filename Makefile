.PHONY: help format check test it bench demo clean

help: ## Show what there is (default)
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

format: ## Put the sources into google-java-format
	mvn -B -ntp -q spotless:apply

check: ## Compile with all warnings as errors; check the format and what modules may depend on; no tests
	mvn -B -ntp -DskipTests verify

test: ## Run the unit tests
	mvn -B -ntp -DskipITs verify

it: ## Run everything, with a real broker and a real cluster
	mvn -B -ntp verify

bench: ## Run the benchmarks and print their tables, in about twelve minutes
	mvn -B -ntp -q -DskipTests package -pl benchmarks -am
	java -cp benchmarks/target/benchmarks.jar io.hindsight.benchmarks.StepTable
	java -cp benchmarks/target/benchmarks.jar io.hindsight.benchmarks.TrainingTable

demo: ## Train a model and stream a recording through the real system
	./hindsight demo

clean: ## Delete what was built
	mvn -B -ntp -q clean
	rm -rf target
