# Stands for a converter that takes its time.
sleep 0.15
echo "thumbnail of $1"
